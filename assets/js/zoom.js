// What of a figure is seen through its frame: all of it at first, or a part, larger. Nothing is ever seen beyond its edges.
import { button, make } from './dom.js';

const most = 8, step = 1.6;

export class Zoom {
  constructor() { this.all(); }

  all() { Object.assign(this, { x: 0, y: 0, z: 1 }); }

  // by enlarges about a point of the frame, whose size is w by h.
  by(factor, px, py, w, h) {
    const z = Math.min(most, Math.max(1, this.z * factor)), f = z / this.z;
    this.z = z;
    this.move(px - (px - this.x) * f - this.x, py - (py - this.y) * f - this.y, w, h);
  }

  move(dx, dy, w, h) {
    this.x = Math.min(0, Math.max(w - w * this.z, this.x + dx));
    this.y = Math.min(0, Math.max(h - h * this.z, this.y + dy));
  }

  // show moves as little as it must to have a box of the whole figure in the frame.
  show(b, w, h) {
    const into = (from, size, at, frame) => Math.max(0, -(from * this.z + at)) || Math.min(0, frame - ((from + size) * this.z + at));
    this.move(into(b.x, b.width, this.x, w), into(b.y, b.height, this.y, h), w, h);
  }
}

// pinched enlarges about the middle between two fingers by as much as they part.
const pinched = (canvas, by) => {
  let apart = 0;
  canvas.addEventListener('touchmove', (event) => {
    const [a, b] = event.touches, at = canvas.getBoundingClientRect();
    if (event.touches.length !== 2) return;
    event.preventDefault(); // the page itself stays
    const now = Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
    if (apart) by(now / apart, (a.clientX + b.clientX) / 2 - at.left, (a.clientY + b.clientY) / 2 - at.top);
    apart = now;
  }, { passive: false });
  canvas.addEventListener('touchend', () => { apart = 0; });
};

// knobs are the buttons of a zoom, and what else does it: a wheel with Ctrl (a touchpad's pinch), two fingers, and dragging.
export const knobs = (zoom, canvas, words, changed) => {
  const row = make('div', 'zoom'), size = () => [canvas.clientWidth, canvas.clientHeight];
  const by = (f, x, y) => { const [w, h] = size(); zoom.by(f, x ?? w / 2, y ?? h / 2, w, h); changed(); };
  for (const [sign, word, run] of [['+', words.zoomIn, () => by(step)], ['\u2212', words.zoomOut, () => by(1 / step)],
    ['1\u00d7', words.zoomAll, () => { zoom.all(); changed(); }]]) {
    const b = button('', sign, run);
    b.setAttribute('aria-label', word);
    b.title = word;
    row.append(b);
  }
  canvas.addEventListener('wheel', (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const at = canvas.getBoundingClientRect();
    by(Math.exp(-event.deltaY / 150), event.clientX - at.left, event.clientY - at.top);
  }, { passive: false });
  pinched(canvas, by);
  let from = null;
  canvas.addEventListener('pointerdown', (event) => { from = zoom.z > 1 ? [event.clientX, event.clientY] : null; });
  canvas.addEventListener('pointermove', (event) => {
    if (!from || !event.buttons) { from = null; return; }
    zoom.move(event.clientX - from[0], event.clientY - from[1], ...size());
    from = [event.clientX, event.clientY];
    changed();
  });
  return { row, by };
};
