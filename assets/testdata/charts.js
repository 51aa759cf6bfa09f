// Draws custom series of each form with the engine that the page carries compressed, then says so in the title.
(async () => {
  const words = (id) => document.getElementById(id).textContent;
  const bytes = Uint8Array.from(atob(words('engine')), (c) => c.charCodeAt(0));
  const engine = document.createElement('script');
  engine.textContent = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
  document.head.append(engine);

  const colour = '#0a0b0c'; // of the marks alone
  const style = { fill: colour };
  const row = (params, api) => {
    const [from, to, y] = [api.value(1) / 30, api.value(2) / 30, 40 + 60 * api.value(0)];
    return { type: 'group', children: [
      { type: 'rect', shape: { x: from, y: y - 4, width: to - from, height: 8 }, style },
      { type: 'text', x: to, y, style: { text: 'soldiers', fill: colour, align: 'right' } },
    ] };
  };
  const point = (params, api) => {
    const [x, y] = [api.value(0), api.value(1)];
    return { type: 'polygon', shape: { points: [[x, y - 5], [x + 5, y], [x, y + 5], [x - 5, y]] }, style };
  };
  const ribbon = (params, api) => ({ type: 'path',
    shape: { pathData: `M0 ${api.value(0)}C60 ${api.value(0)} 60 90 120 90L120 100L0 100Z` }, style });
  const kinds = {
    rows: { renderItem: row, data: [[0, 3000, 12000], [1, 5000, 8000]] },
    points: { renderItem: point, data: [{ value: [100, 30] }, { value: [300, 120] }] },
    ribbons: { renderItem: ribbon, data: [[10], [30]] },
  };
  const drawn = {};
  for (const [kind, own] of Object.entries(kinds)) {
    const box = document.getElementById(kind);
    const chart = echarts.init(box, null, { renderer: 'svg' });
    const series = { type: 'custom', coordinateSystem: 'none', name: 'A', ...own };
    chart.setOption({ animation: false, tooltip: { renderMode: 'richText', formatter: () => 'the tip' }, series });
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
