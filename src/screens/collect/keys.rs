//! The keys of handing in: the class's root is drawn when it is first needed, all others come from it.

use base64ct::{Base64UrlUnpadded, Encoding};

use crate::browser;
use crate::domain::entry::Change;
use crate::domain::hand_in::{HandInKey, KeyOf, PackedKey, key_label};
use crate::domain::id::StudentId;
use crate::format::hand_in::{Arrived, SEAL};
use crate::session::Session;

/// Why there are no keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoKeys {
    /// The page is not served securely, so that the browser offers no cryptography.
    NotSecure,
    /// The root could not be kept; the banner says why.
    NotKept,
}

/// The keys of these students, and the one for answers without a name.
///
/// # Errors
/// Why there are none.
pub async fn keys(session: Session, students: &[StudentId]) -> Result<Vec<PackedKey>, NoKeys> {
    let root = root(session).await?;
    let mut keys = Vec::new();
    for student in students.iter().map(|id| Some(*id)).chain([None]) {
        let key = browser::hmac(&root, &key_label(student)).await.ok_or(NoKeys::NotSecure)?;
        keys.push((student, Base64UrlUnpadded::encode_string(&key)));
    }
    Ok(keys)
}

async fn root(session: Session) -> Result<Vec<u8>, NoKeys> {
    let roots = roots(session);
    if let Some(root) = roots.into_iter().next_back() {
        return Ok(root);
    }
    let fresh = browser::random_bytes::<32>();
    let secret = Base64UrlUnpadded::encode_string(&fresh);
    let key = Change::of_class(HandInKey::new(KeyOf::Class, secret));
    session.write(vec![key]).await.map_err(|_| NoKeys::NotKept)?;
    Ok(fresh.to_vec())
}

fn roots(session: Session) -> Vec<Vec<u8>> {
    let decode = |secret: &&str| Base64UrlUnpadded::decode_vec(secret).ok();
    session.peek(|nb| nb.hand_in_roots().iter().filter_map(decode).collect())
}

/// Whether a key of this class sealed a message.
///
/// # Errors
/// When the browser offers no cryptography.
pub async fn is_sealed(session: Session, arrived: &Arrived) -> Result<bool, NoKeys> {
    for root in roots(session) {
        let label = key_label(arrived.said.student);
        let key = browser::hmac(&root, &label).await.ok_or(NoKeys::NotSecure)?;
        let seal = browser::hmac(&key, &arrived.body).await.ok_or(NoKeys::NotSecure)?;
        if seal[..SEAL] == arrived.seal {
            return Ok(true);
        }
    }
    Ok(false)
}
