// A switch between light and dark, beside what the reader's system prefers.
import { button } from './dom.js';

const dark = matchMedia('(prefers-color-scheme: dark)');

export const startScheme = (words) => {
  const root = document.documentElement, now = () => root.dataset.scheme || (dark.matches ? 'dark' : 'light');
  const b = button('scheme', '\u25d0', () => {
    root.dataset.scheme = now() === 'dark' ? 'light' : 'dark';
    document.dispatchEvent(new CustomEvent('scheme'));
  });
  b.setAttribute('aria-label', words.scheme);
  b.title = words.scheme;
  const banner = document.querySelector('.banner');
  if (!banner) b.classList.add('bare');
  (banner || document.body).prepend(b);
  dark.addEventListener('change', () => document.dispatchEvent(new CustomEvent('scheme')));
};
