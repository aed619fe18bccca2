//! What the world outside offers: the clock, chance, files, the address, and a few promises of the
//! browser. The pure half gets all of it as arguments.

use std::time::Duration;

use base64ct::{Base64UrlUnpadded, Encoding};
use js_sys::{Array, Date, JsString, Object, Reflect, Uint8Array};
use leptos::prelude::{GetValue, StoredValue, document, on_cleanup, set_interval_with_handle, window};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;

use crate::domain::Day;
use crate::storage::Outside;
use crate::storage::preferences::Pin;

/// The device's civil day.
pub fn today() -> Day {
    let now = Date::new_0();
    let year = i32::try_from(now.get_full_year()).unwrap_or(1970);
    Day::new(year, now.get_month() + 1, now.get_date()).unwrap_or_default()
}

/// The device's clock in milliseconds since 1970; 0 for a clock before that.
pub fn now_ms() -> u64 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "positive and far below 2^53"
    )]
    let now = Date::now().max(0.0) as u64;
    now
}

/// Random bits from the browser's generator for secrets.
pub fn random_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    if let Ok(crypto) = window().crypto() {
        // It fails only for more than 65,536 bytes.
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    bytes
}

/// 64 random bits, for an id.
pub fn random_bits() -> u64 {
    u64::from_le_bytes(random_bytes())
}

/// What a write needs from outside.
pub fn outside() -> Outside {
    Outside { now_ms: now_ms(), bits: random_bits() }
}

/// The part of the address from `#` on.
pub fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// Goes to a hash address.
pub fn go(href: &str) {
    // It fails only for an address of another origin.
    let _ = window().location().set_hash(href);
}

/// Goes to a hash address, and comes back once the page has heard of it; at once where it stands already.
pub async fn gone_to(href: &str) {
    if hash() == href {
        return;
    }
    let heard = js_sys::Promise::new(&mut |resolve, _| {
        let once = web_sys::AddEventListenerOptions::new();
        once.set_once(true);
        // It fails for no kind of event.
        let _ = window().add_event_listener_with_callback_and_add_event_listener_options(
            "hashchange",
            &resolve,
            &once,
        );
    });
    go(href);
    let _ = JsFuture::from(heard).await;
}

/// Goes to a hash address that takes the place of this one in the browser's history.
pub fn go_instead(href: &str) {
    // It fails only for an address that is none.
    let _ = window().location().replace(href);
}

/// Whether there is a page to go back to.
pub fn can_go_back() -> bool {
    // Its own entry is always there.
    window().history().and_then(|history| history.length()).is_ok_and(|length| length > 1)
}

/// Goes back to the page before.
pub fn go_back() {
    // It fails only in a document that is not shown.
    let _ = window().history().and_then(|history| history.back());
}

/// A text as it is compared with what somebody types: without the space around it, without capitals, and
/// with every letter put together in one way only.
pub fn plain_text(text: &str) -> String {
    String::from(JsString::from(text.trim()).normalize("NFC")).to_lowercase()
}

/// The languages the browser's user prefers, best first.
pub fn languages() -> Vec<String> {
    window().navigator().languages().iter().filter_map(|l| l.as_string()).collect()
}

/// Asks the browser not to throw the page's storage away. The answer is the browser's to give.
pub async fn ask_to_persist() -> bool {
    let Ok(promise) = window().navigator().storage().persist() else { return false };
    JsFuture::from(promise).await.is_ok_and(|answer| answer.is_truthy())
}

/// The bytes of a file, part by part, held by the browser instead of the program.
#[derive(Debug, Default)]
pub struct Parts(Array);

impl Parts {
    /// Adds the next part.
    pub fn push(&self, bytes: &[u8]) {
        self.0.push(&Uint8Array::from(bytes));
    }
}

/// Hands bytes to the person as a file.
pub fn download(name: &str, bytes: &[u8], kind: &str) {
    let parts = Parts::default();
    parts.push(bytes);
    download_parts(name, &parts, kind);
}

/// Hands the parts to the person as one file.
pub fn download_parts(name: &str, parts: &Parts, kind: &str) {
    let bag = web_sys::BlobPropertyBag::new();
    bag.set_type(kind);
    let blob = web_sys::Blob::new_with_u8_array_sequence_and_options(&parts.0, &bag);
    let Ok(url) = blob.and_then(|blob| web_sys::Url::create_object_url_with_blob(&blob)) else { return };
    if let Ok(link) = document().create_element("a")
        && let Ok(link) = link.dyn_into::<web_sys::HtmlAnchorElement>()
    {
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
    let _ = web_sys::Url::revoke_object_url(&url);
}

/// Reads a file a person chose.
///
/// # Errors
/// The browser's words when it cannot be read.
pub async fn read_file(file: &web_sys::File) -> Result<Vec<u8>, String> {
    let words = |error: JsValue| format!("{error:?}");
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(words)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// Copies text to the clipboard; false when the browser refuses.
pub async fn copy(text: &str) -> bool {
    // Only a secure page has a clipboard.
    if !window().is_secure_context() {
        return false;
    }
    JsFuture::from(window().navigator().clipboard().write_text(text)).await.is_ok()
}

/// Whether the browser can read aloud.
pub fn can_speak() -> bool {
    let has = |name: &str| Reflect::get(&window(), &name.into()).is_ok_and(|thing| thing.is_truthy());
    has("speechSynthesis") && has("SpeechSynthesisUtterance")
}

/// Opens the print dialog.
pub fn print() {
    let _ = window().print();
}

/// Waits about this many milliseconds.
pub async fn sleep(ms: i32) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, ms);
    });
    let _ = JsFuture::from(promise).await;
}

/// Calls `tick` once in each period, for as long as the view lives that asks for it.
pub fn every(period: Duration, tick: impl Fn() + 'static) {
    let alive = StoredValue::new(());
    // The handle that names the interval has 32 bits only, and the clocks that take the browser's place
    // in tests hand out longer ones, which cannot be cleared by it.
    let tick = move || {
        if alive.try_get_value().is_some() {
            tick();
        }
    };
    if let Ok(handle) = set_interval_with_handle(tick, period) {
        on_cleanup(move || handle.clear());
    }
}

/// Calls `listener` for every event of a kind on a target, for as long as the page lives.
pub fn listen(target: &web_sys::EventTarget, kind: &str, listener: impl FnMut(web_sys::Event) + 'static) {
    let closure = Closure::<dyn FnMut(web_sys::Event)>::new(listener);
    let _ = target.add_event_listener_with_callback(kind, closure.as_ref().unchecked_ref());
    closure.forget();
}

/// The rounds of PBKDF2 for a PIN: short secrets deserve slow guessing.
const PIN_ROUNDS: u32 = 200_000;

/// Hashes a PIN with a salt (a fresh one when none is given); `None` when the page is not served
/// securely, because the browser then offers no cryptography.
pub async fn hash_pin(pin: &str, salt: Option<&str>) -> Option<Pin> {
    let salt = match salt {
        Some(salt) => Base64UrlUnpadded::decode_vec(salt).ok()?,
        None => random_bytes::<16>().to_vec(),
    };
    if !window().is_secure_context() {
        return None;
    }
    let subtle = window().crypto().ok()?.subtle();
    let usages = Array::of1(&"deriveBits".into());
    let raw = Uint8Array::from(pin.as_bytes());
    let key = subtle.import_key_with_str("raw", &raw, "PBKDF2", false, &usages).ok()?;
    let key: web_sys::CryptoKey = JsFuture::from(key).await.ok()?.dyn_into().ok()?;
    let how = Object::new();
    let pairs: [(&str, JsValue); 4] = [
        ("name", "PBKDF2".into()),
        ("hash", "SHA-256".into()),
        ("iterations", PIN_ROUNDS.into()),
        ("salt", Uint8Array::from(salt.as_slice()).into()),
    ];
    for (name, value) in pairs {
        Reflect::set(&how, &name.into(), &value).ok()?;
    }
    let bits = subtle.derive_bits_with_object(&how, &key, 256).ok()?;
    let bits = Uint8Array::new(&JsFuture::from(bits).await.ok()?).to_vec();
    let (salt, hash) = (Base64UrlUnpadded::encode_string(&salt), Base64UrlUnpadded::encode_string(&bits));
    Some(Pin { salt, hash, recovery: None })
}

/// HMAC-SHA256 of some bytes under a secret; `None` when the page is not served securely, because
/// the browser then offers no cryptography.
pub async fn hmac(secret: &[u8], bytes: &[u8]) -> Option<[u8; 32]> {
    if !window().is_secure_context() {
        return None;
    }
    let subtle = window().crypto().ok()?.subtle();
    let how = Object::new();
    for (name, value) in [("name", "HMAC"), ("hash", "SHA-256")] {
        Reflect::set(&how, &name.into(), &value.into()).ok()?;
    }
    let (raw, usages) = (Uint8Array::from(secret), Array::of1(&"sign".into()));
    let key = subtle.import_key_with_object("raw", &raw, &how, false, &usages).ok()?;
    let key: web_sys::CryptoKey = JsFuture::from(key).await.ok()?.dyn_into().ok()?;
    let signed = subtle.sign_with_str_and_u8_array("HMAC", &key, bytes).ok()?;
    Uint8Array::new(&JsFuture::from(signed).await.ok()?).to_vec().try_into().ok()
}

/// Puts another address into the place of this one without going there, so that neither the address
/// bar nor the history keeps what was in it.
pub fn hide_address(href: &str) {
    // It fails only for an address of another origin.
    let _ =
        window().history().and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(href)));
}

/// Leaves this page for another address of the app.
pub fn leave_for(href: &str) {
    // It fails only for an address that is none.
    let _ = window().location().set_href(href);
}
