// The contents follow the scroll.
import { hit, named } from './dom.js';

export const target = (a) => document.getElementById(named(a.hash));

export class Contents {
  constructor() {
    this.links = new Map(); // of sections to their links
    this.pending = false;
    this.scrolled = -Infinity; // when
    for (const a of document.querySelectorAll('.contents a')) {
      const section = target(a);
      if (section && !a.closest('li li')) this.links.set(section, a);
    }
  }

  follow() {
    this.pending = false;
    let now = null;
    for (const [section] of this.links) {
      if (section.getBoundingClientRect().top < window.innerHeight * 0.3) now = section;
    }
    for (const [section, a] of this.links) {
      if (section === now) a.setAttribute('aria-current', 'true'); else a.removeAttribute('aria-current');
    }
  }

  soon() {
    if (this.pending) return;
    this.pending = true;
    requestAnimationFrame(() => this.follow());
  }

  // Beside the text the list stands open; before it, it is folded.
  unfold() {
    const fold = document.querySelector('.contents details');
    const beside = matchMedia('(min-width: 72rem)'), set = () => { if (fold) fold.open = beside.matches; };
    set();
    beside.addEventListener('change', set);
  }

  start() {
    this.unfold();
    window.addEventListener('scroll', () => { this.scrolled = performance.now(); this.soon(); }, { passive: true });
    window.addEventListener('resize', () => this.soon());
    // The same briefing in another language is opened where this one is read.
    document.addEventListener('click', (event) => {
      const a = hit(event, '.editions a[hreflang]'), now = document.querySelector('.contents [aria-current]');
      if (a) a.hash = now ? now.hash : '';
    });
  }

  // rested waits until the reader has stopped to scroll.
  async rested() {
    while (performance.now() < this.scrolled + 150) await new Promise((done) => setTimeout(done, 50));
  }
}
