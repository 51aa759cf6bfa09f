// The parts of ECharts that the page uses, and nothing else: each kind of chart is drawn by a custom series on a grid of two axes.
import { use } from 'echarts/core';
import { CustomChart } from 'echarts/charts';
import { GridSimpleComponent, TooltipComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';

use([CustomChart, GridSimpleComponent, TooltipComponent, SVGRenderer]);

// What is exported becomes window.echarts.
export { getInstanceByDom, init, registerLocale, version } from 'echarts/core';
