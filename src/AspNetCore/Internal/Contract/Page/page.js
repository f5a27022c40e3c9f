'use strict';
(() => {
  const filter = document.getElementById('filter');
  const status = document.getElementById('status');
  if (filter) {
    const items = [...document.querySelectorAll('[data-search]')];
    const groups = [...document.querySelectorAll('[data-group]')];
    filter.closest('form').hidden = false;
    filter.closest('form').addEventListener('submit', event => event.preventDefault());
    const apply = () => {
      const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const item of items) {
        const text = item.dataset.search.toLowerCase();
        item.hidden = !words.every(word => text.includes(word));
        shown += item.hidden ? 0 : 1;
      }
      for (const group of groups) {
        group.hidden = !group.querySelector('[data-search]:not([hidden])');
      }
      status.textContent = words.length ? `${shown} of ${items.length} ${filter.dataset.items} ${shown === 1 ? 'matches' : 'match'}` : '';
    };
    filter.addEventListener('input', apply);
    // A link to a hidden element clears the filter, because a browser does not scroll to hidden elements.
    document.addEventListener('click', event => {
      const link = event.target.closest('a[href^="#"]');
      if (link && document.getElementById(decodeURIComponent(link.hash.slice(1)))?.closest('[hidden]')) {
        filter.value = '';
        apply();
      }
    });
    apply();
  }
  for (const button of document.querySelectorAll('button[data-copies]')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      const source = document.getElementById(button.dataset.copies);
      let done = true;
      try {
        await navigator.clipboard.writeText(source.textContent);
      } catch {
        getSelection().selectAllChildren(source);
        done = document.execCommand('copy');
      }
      status.textContent = done ? 'Copied' : 'The browser did not copy the text. Select and copy it.';
      button.textContent = done ? 'Copied' : 'Select and copy';
      setTimeout(() => { button.textContent = 'Copy'; }, 2000);
    });
  }
})();
