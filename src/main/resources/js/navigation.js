/* Keeps the site within one entry of the browser history, and prevents a form from being sent twice. Scripts do not run again when the
   answer to a form replaces the page; the event "shown" tells them that it did. */
(() => {
  document.addEventListener('click', event => {
    const link = event.target.closest('a[href]');
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey
        || event.altKey || link.origin !== location.origin) return;
    event.preventDefault();
    location.replace(link.href);
  });
  if (!window.TextDecoderStream) return;
  const show = (html, address) => {
    const page = new DOMParser().parseFromString(html, 'text/html');
    const {lang, dir} = page.documentElement;
    Object.assign(document.documentElement, {lang, dir});
    document.title = page.title;
    document.body.replaceWith(page.body);
    history.replaceState(null, '', address);
    const start = document.querySelector('[autofocus]') || document.querySelector('h1');
    if (start.tabIndex < 0) start.tabIndex = -1;
    start.focus();
    scrollTo(0, 0);
    document.dispatchEvent(new Event('shown'));
  };
  document.addEventListener('submit', async event => {
    const form = event.target;
    const button = event.submitter;
    if (form.method !== 'post' || 'download' in form.dataset) return;
    event.preventDefault();
    if (form.ariaBusy) return;
    form.ariaBusy = true;
    const data = new FormData(form);
    if (button && button.name) data.append(button.name, button.value);
    const address = button && button.getAttribute('formaction') || form.getAttribute('action');
    const before = document.body;
    try {
      const body = form.enctype[0] === 'm' ? data : new URLSearchParams(data);
      const answer = await (form.post || fetch)(address, {method: 'POST', body}, button);
      const parts = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      let html = '';
      for (let part; !(part = await parts.read()).done;) {
        html += part.value;
        /* Shows the first part of a delayed page (DelayedPage) before the second part arrives. */
        if (html.includes('id="wait"')) show(html, answer.url);
      }
      show(html, answer.url);
    } catch (e) {
      document.body.replaceWith(before);
      form.ariaBusy = null;
      const line = form.querySelector('.unsent') || form.appendChild(document.createElement('p'));
      line.className = 'error unsent';
      line.role = 'alert';
      line.textContent = before.dataset.unsent;
    }
  });
})();
