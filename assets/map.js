// A map: coast, borders and marks stand in the picture already and are drawn from it; the twin
// makes its places answer.
(() => {
  'use strict';
  const t = twins;
  const token = (e, kind) => {
    const c = [...e.classList].find((name) => name.startsWith(kind));
    return c ? t.color(c.slice(2)) : 'none';
  };
  const number = (e, name) => Number(e.getAttribute(name));
  const align = { middle: 'center', end: 'right' };

  const shape = (e) => {
    if (e.tagName === 'path') {
      const dash = e.getAttribute('stroke-dasharray');
      return { type: 'path', silent: true, shape: { pathData: e.getAttribute('d') }, style: { fill: token(e, 'f-'), stroke: token(e, 's-'),
        lineWidth: number(e, 'stroke-width'), lineDash: dash ? dash.split(' ').map(Number) : null } };
    }
    const size = Number(e.getAttribute('font-size') || e.closest('svg').getAttribute('font-size'));
    return { type: 'text', silent: true, x: number(e, 'x'), y: number(e, 'y') - size * 0.36, style: { text: e.textContent, fill: token(e, 'f-'), verticalAlign: 'middle',
      align: align[e.getAttribute('text-anchor')] || 'left', font: (e.getAttribute('font-weight') || '400') + ' ' + size + 'px Inter, sans-serif' } };
  };
  // Where the pointer finds a place: on its words, and about its mark, at most half the way to the next one.
  const answers = (groups) => {
    const all = groups.map((g) => { const b = g.getBBox(); return { g, b, x: b.x + b.width / 2, y: b.y + b.height / 2, mark: b.width < 18 && b.height < 18 }; });
    return new Map(all.map((o) => {
      const next = all.filter((p) => p.mark && p.g.dataset.id !== o.g.dataset.id).map((p) => Math.hypot(p.x - o.x, p.y - o.y) / 2);
      const w = o.mark ? Math.min(9, ...next) : o.b.width / 2, h = o.mark ? w : o.b.height / 2;
      return [o.g, { type: 'rect', shape: { x: o.x - w, y: o.y - h, width: 2 * w, height: 2 * h }, style: { fill: 'rgba(0,0,0,0)' } }];
    }));
  };

  t.kinds.map = (figure) => {
    const picture = figure.plot.querySelector('.still svg'), [, , w, h] = picture.getAttribute('viewBox').split(' ').map(Number), k = figure.width / w;
    const scaled = (children) => [{ type: 'group', scaleX: k, scaleY: k, children }];
    const ground = [...picture.querySelectorAll('path, text')].filter((e) => !e.closest('[data-id]')).map(shape);
    const fields = answers([...picture.querySelectorAll('[data-id]')]); // measured here: when the engine asks, the picture is hidden
    const place = (m) => [...picture.querySelectorAll('[data-id="' + CSS.escape(m.id) + '"]')].flatMap((g) => [...[...g.children].map(shape), fields.get(g)]);
    return { height: h * k, series: [t.extra('ground', () => scaled(ground)), ...t.every(figure, (m) => scaled(place(m)))] };
  };
})();
