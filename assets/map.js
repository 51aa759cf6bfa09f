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
  // Where the pointer finds a place: about its marks.
  const answer = (group) => {
    const b = group.getBBox(), r = 9, x = b.x + b.width / 2, y = b.y + b.height / 2;
    return { type: 'rect', shape: { x: Math.min(b.x, x - r), y: Math.min(b.y, y - r), width: Math.max(b.width, 2 * r), height: Math.max(b.height, 2 * r) }, style: { fill: 'rgba(0,0,0,0)' } };
  };

  t.kinds.map = (figure) => {
    const picture = figure.plot.querySelector('.still svg'), [, , w, h] = picture.getAttribute('viewBox').split(' ').map(Number), k = figure.width / w;
    const scaled = (children) => [{ type: 'group', scaleX: k, scaleY: k, children }];
    const ground = [...picture.querySelectorAll('path, text')].filter((e) => !e.closest('[data-id]')).map(shape);
    const boxes = new Map([...picture.querySelectorAll('[data-id]')].map((g) => [g, answer(g)])); // measured here: when the engine asks, the picture is hidden
    const place = (m) => [...picture.querySelectorAll('[data-id="' + CSS.escape(m.id) + '"]')].flatMap((g) => [...[...g.children].map(shape), boxes.get(g)]);
    return { height: h * k, series: [t.extra('ground', () => scaled(ground)), ...t.every(figure, (m) => scaled(place(m)))] };
  };
})();
