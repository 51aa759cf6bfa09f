// The page's comfort: cards beside values, contents that follow the scroll, figures that answer.
// Everything here only adds to a page that is whole without it.
import { startCards } from './card.js';
import { Contents } from './contents.js';
import { words } from './dom.js';
import { startPlaces } from './places.js';
import { startScheme } from './scheme.js';
import { Sections } from './sections.js';
import { startTrial } from './trial.js';
import { Waker } from './wake.js';

document.body.classList.add('js');
const all = words(), cards = startCards(all), contents = new Contents(), sections = new Sections(all, cards);
contents.start();
startPlaces();
startScheme(all);
startTrial(all);
sections.start();
const waker = new Waker(contents);

// All this measures the page; the reader sees it first.
requestAnimationFrame(() => setTimeout(() => {
  sections.reveal();
  contents.follow();
  sections.layNext(() => contents.follow());
  waker.start();
}));
