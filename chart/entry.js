// The part of ECharts that Daymark draws with, bundled by esbuild into one module that the app loads when the first chart
// is shown. Whatever is not named here is not shipped.
import { BarChart, HeatmapChart, LineChart, ScatterChart } from "echarts/charts";
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapComponent,
} from "echarts/components";
import * as echarts from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

echarts.use([
  AriaComponent,
  BarChart,
  GridComponent,
  HeatmapChart,
  LegendComponent,
  LineChart,
  MarkLineComponent,
  ScatterChart,
  SVGRenderer,
  TooltipComponent,
  VisualMapComponent,
]);

/**
 * Makes a chart inside an element. The caller keeps the answer and calls its `setOption`, `resize` and `dispose`.
 * @param {HTMLElement} element
 * @param {object | string | null} theme
 */
export function init(element, theme = null) {
  return echarts.init(element, theme, { renderer: "svg" });
}
