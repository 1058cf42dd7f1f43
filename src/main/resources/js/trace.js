/* Moves through the site inside one entry of the browser's history, and sends a form only once. */
(() => {
  document.addEventListener('click', event => {
    const link = event.target.closest('a[href]');
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey
        || event.altKey || link.origin !== location.origin) return;
    event.preventDefault();
    location.replace(link.href);
  });
  const show = (html, address) => {
    const page = new DOMParser().parseFromString(html, 'text/html');
    const root = document.documentElement;
    root.lang = page.documentElement.lang;
    root.dir = page.documentElement.dir;
    document.title = page.title;
    document.body.replaceWith(page.body);
    history.replaceState(null, '', address);
    const start = document.querySelector('[autofocus]') || document.querySelector('h1');
    if (!start.hasAttribute('tabindex')) start.tabIndex = -1;
    start.focus();
    scrollTo(0, 0);
    document.dispatchEvent(new Event('shown'));
  };
  document.addEventListener('submit', async event => {
    const form = event.target;
    const button = event.submitter;
    if (form.method !== 'post' || form.hasAttribute('data-file')) return;
    event.preventDefault();
    if (form.getAttribute('aria-busy')) return;
    form.setAttribute('aria-busy', 'true');
    const data = new FormData(form);
    if (button && button.name) data.append(button.name, button.value);
    const address = button && button.getAttribute('formaction') || form.getAttribute('action');
    const files = form.enctype === 'multipart/form-data';
    try {
      const answer = await fetch(address, {method: 'POST', body: files ? data : new URLSearchParams(data)});
      show(await answer.text(), answer.url);
    } catch (lost) {
      form.removeAttribute('aria-busy');
      alert(document.body.dataset.lost);
    }
  });
})();
