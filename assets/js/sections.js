// Sections are laid out and furnished one by one, when there is time. The style lays out what is in
// view; the rest follows here, so that the page is soon as high as it is.
import { nameValue } from './card.js';
import { hit, named } from './dom.js';
import { permalinks } from './places.js';
import { sortable } from './sort.js';
import { steady } from './steady.js';

// A region that scrolls is a stop of the keyboard only where it does.
const stop = (r) => {
  if (r.scrollWidth > r.clientWidth || r.scrollHeight > r.clientHeight) r.tabIndex = 0;
  else r.removeAttribute('tabindex');
};
const stops = (e) => e.querySelectorAll('.scroll').forEach(stop);

const idle = (f) => {
  if (window.requestIdleCallback) requestIdleCallback(f, { timeout: 500 }); else setTimeout(f, 30);
};

export class Sections {
  constructor(words, cards) {
    this.words = words;
    this.cards = cards; // values open their cards
    this.main = document.getElementById('_main');
    this.unlaid = [...this.main.children];
    this.fold = cards && document.querySelector('.evidence details');
  }

  name(e) {
    const { words } = this;
    if (this.cards) e.querySelectorAll('a.value').forEach(nameValue);
    for (const a of e.querySelectorAll('sup a')) {
      a.setAttribute('role', 'doc-noteref');
      a.setAttribute('aria-label', words.note.replace('{1}', a.textContent));
    }
    for (const a of e.querySelectorAll('.back a')) {
      a.setAttribute('aria-label', words.back + ' ' + (a.textContent.replace(/\D/g, '') || '1'));
    }
  }

  lay() {
    const section = this.unlaid.shift();
    this.name(section);
    permalinks(section, this.words);
    sortable(section);
    steady(() => { section.classList.add('laid'); stops(section); });
  }

  layAll() { while (this.unlaid.length) this.lay(); }

  layNext(done) {
    idle(() => {
      if (this.unlaid.length) this.lay();
      if (this.unlaid.length) this.layNext(done); else done();
    });
  }

  // The cards at the end are folded away, unless the reader was sent to one.
  reveal() {
    const card = location.hash && document.getElementById(named(location.hash));
    if (!card || !this.fold || !this.fold.contains(card)) return;
    this.layAll();
    this.fold.open = true;
    card.scrollIntoView();
  }

  start() {
    window.addEventListener('resize', () => stops(this.main));
    document.addEventListener('toggle', (event) => { if (event.target.matches('details')) stops(event.target); }, true);
    // A place to go to must be where it will be.
    document.addEventListener('click', (event) => { if (hit(event, 'a[href^="#"]')) this.layAll(); });
    if (!this.fold) return;
    this.fold.open = false;
    window.addEventListener('hashchange', () => this.reveal());
  }
}
