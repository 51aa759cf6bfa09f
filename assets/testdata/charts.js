// Draws custom series on each kind of axis with the engine that the page carries compressed, then says so in the title.
(async () => {
  const words = (id) => document.getElementById(id).textContent;
  const bytes = Uint8Array.from(atob(words('engine')), (c) => c.charCodeAt(0));
  const engine = document.createElement('script');
  engine.textContent = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
  document.head.append(engine);

  const colour = '#0a0b0c'; // of the marks alone, so that axes and grid do not count
  const at = (api, x, y) => api.coord([api.value(x), api.value(y)]);
  const style = { fill: colour };
  const range = (params, api) => {
    const [from, to] = [at(api, 1, 0), at(api, 2, 0)];
    return { type: 'group', children: [
      { type: 'rect', shape: { x: from[0], y: from[1] - 4, width: to[0] - from[0], height: 8 }, style },
      { type: 'text', x: to[0], y: to[1], style: { text: 'soldiers', fill: colour, align: 'right' } },
    ] };
  };
  const point = (params, api) => {
    const [x, y] = at(api, 0, 1);
    return { type: 'polygon', shape: { points: [[x, y - 5], [x + 5, y], [x, y + 5], [x - 5, y]] }, style };
  };
  const ribbon = (params, api) => ({ type: 'path', shape: { pathData: `M0 ${api.value(0)}C60 ${api.value(0)} 60 90 120 90L120 100L0 100Z` }, style });
  const kinds = {
    category: { xAxis: {}, yAxis: { type: 'category', data: ['a', 'b'] }, series: { renderItem: range, encode: { x: [1, 2], y: 0 }, data: [[0, 3000, 12000], [1, 5000, 8000]] } },
    time: { xAxis: { type: 'time' }, yAxis: { type: 'value' }, series: { renderItem: point, data: [['2024-10-01', 3], ['2024-11-05', 12]] } },
    log: { xAxis: { type: 'value' }, yAxis: { type: 'log' }, series: { renderItem: point, data: [[1, 10], [2, 1000]] } },
    none: { series: { coordinateSystem: 'none', renderItem: ribbon, data: [[10], [30]] } },
  };
  const drawn = {};
  for (const [kind, option] of Object.entries(kinds)) {
    const box = document.getElementById(kind);
    const chart = echarts.init(box, null, { renderer: 'svg' });
    const series = { type: 'custom', name: 'A', ...option.series };
    chart.setOption({ animation: false, tooltip: { renderMode: 'richText', formatter: () => 'the tip' }, ...option, series });
    const marks = [...box.querySelectorAll('svg path')].filter((p) => p.getAttribute('fill') === colour).length;
    const texts = box.querySelectorAll('svg text').length;
    chart.dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: 0 });
    await new Promise(requestAnimationFrame);
    chart.getZr().flush();
    drawn[kind] = { marks, texts, tip: [...box.querySelectorAll('svg text')].filter((e) => e.textContent === 'the tip').length };
  }
  document.getElementById('drawn').textContent = JSON.stringify(drawn);
  document.title = 'drawn';
})();
