// Figures come to life when the reader rests near them. The engine and what draws with it are unpacked
// once; the page's policy knows them by their hashes. In forced colours the pictures stay, and need no engine.
import { make } from './dom.js';
import { steady } from './steady.js';
import { unpack } from './unpack.js';

const run = (text) => {
  const script = make('script');
  script.textContent = text;
  document.body.append(script);
};

export class Waker {
  constructor(contents) {
    this.contents = contents;
    this.figures = [...document.querySelectorAll('figure:has(.plot)')];
    this.close = new Set(); // figures near the reader that sleep yet
    this.waking = false;
    this.unpacked = null;
  }

  drawing() {
    this.unpacked ||= (async () => {
      const packs = matchMedia('(forced-colors: active)').matches ? ['_live'] : ['_engine', '_live'];
      (await Promise.all(packs.map(unpack))).forEach(run);
      await window.sitrepFigures.ready();
      return JSON.parse(await unpack('_figures'));
    })();
    return this.unpacked;
  }

  async wake() {
    if (this.waking) return;
    this.waking = true;
    const all = await this.drawing();
    while (this.close.size) {
      await this.contents.rested();
      const [figure] = this.close;
      if (!figure) break;
      this.close.delete(figure);
      this.near.unobserve(figure);
      steady(() => window.sitrepFigures.wake(figure, all[this.figures.indexOf(figure)]));
      await new Promise((done) => setTimeout(done));
    }
    this.waking = false;
  }

  start() {
    if (!document.getElementById('_engine') || typeof DecompressionStream === 'undefined') return;
    this.near = new IntersectionObserver((entries) => {
      for (const e of entries) if (e.isIntersecting) this.close.add(e.target); else this.close.delete(e.target);
      if (this.close.size) this.wake();
    }, { rootMargin: '200px 0px' });
    this.figures.forEach((f) => this.near.observe(f));
  }
}
