/* Keeps the site within few entries of the browser history, and prevents a form from being sent twice. Scripts do not run again when the
   answer to a form replaces the page; the event "shown" tells them that it did. */
(() => {
  const ask = (question, href) => {
    const dialog = document.body.appendChild(question.content.firstElementChild.cloneNode(true));
    dialog.onclose = () => {
      dialog.remove();
      if (dialog.returnValue) visit.to(href);
    };
    dialog.showModal();
  };
  document.addEventListener('click', event => {
    const link = event.target.closest('a[href], [data-download]');
    if (link && link.protocol !== location.protocol) {
      /* A telephone number or a download: the page stays open. */
      visit.stays = true;
      setTimeout(() => { visit.stays = false; }, 999);
    }
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey
        || event.altKey || link.origin !== location.origin) return;
    event.preventDefault();
    const question = document.querySelector('template');
    if (link.hash && link.pathname === location.pathname) location.replace(link.href);
    else if (question && visit.guarded()) ask(question, link.href);
    else visit.to(link.href);
  });
  document.addEventListener('change', event => {
    if (event.target.form && event.target.form.id === 'report') visit.guard();
  });
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
  let sent;
  document.addEventListener('submit', async event => {
    const form = event.target;
    const button = event.submitter;
    const plain = form.hasAttribute('data-plain') || button && button.hasAttribute('data-plain');
    if (form.method !== 'post' || form === sent || visit.stays) return;
    event.preventDefault();
    if (form.ariaBusy) return;
    form.ariaBusy = true;
    const data = new FormData(form);
    if (button && button.name) data.append(button.name, button.value);
    const address = button && button.getAttribute('formaction') || form.getAttribute('action');
    try {
      if (plain) {
        /* The browser itself sends the form, so that a reload of the answer repeats it; without a connection its error page would replace the form. */
        await fetch('/icon.svg', {cache: 'no-store'});
        return visit.unguard(() => {
          sent = form;
          form.requestSubmit(button);
          sent = null;
          setTimeout(() => { form.ariaBusy = null; }, 9000);
        });
      }
      const body = form.enctype[0] === 'm' ? data : new URLSearchParams(data);
      const answer = await (form.post || fetch)(address, {method: 'POST', body}, button);
      show(await answer.text(), answer.url);
    } catch (e) {
      form.ariaBusy = null;
      const line = form.querySelector('.unsent') || form.appendChild(document.createElement('p'));
      line.className = 'error unsent';
      line.role = 'alert';
      line.textContent = document.body.dataset.unsent;
    }
  });
})();
