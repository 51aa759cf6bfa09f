// The parts of ECharts that the page uses, and nothing else: each kind of chart is drawn by custom series,
// which place their own marks and axes.
import { use } from 'echarts/core';
import { CustomChart } from 'echarts/charts';
import { TooltipComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';

use([CustomChart, TooltipComponent, SVGRenderer]);

// What is exported becomes window.echarts.
export { getInstanceByDom, init, version } from 'echarts/core';
