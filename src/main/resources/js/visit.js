/* Leaves a page without adding to the history. While a form is open, one more entry for the same address lies on top of it, the guard: Back
   then asks the page for the previous question (ADR 20). No entry holds an answer. */
const visit = (() => {
  let guarded = false;
  let next;
  const privateForm = () => document.querySelector('main form[method=post]');
  /* Pages that answer the last press. Replacing the entry of another page would cancel a press on Back in Chromium. */
  const sentPage = () => document.querySelector('.received, .waiting, #send');
  const proceed = () => {
    const action = next;
    next = null;
    if (action) action();
  };
  addEventListener('popstate', () => {
    if (next) return proceed();
    if (!guarded || location.hash) return;
    guarded = false;
    const back = document.querySelector('main [name=go][value=back]');
    if (!back) return history.back();
    visit.guard();
    back.click();
  });
  /* When a page that answers a form is left, its entry becomes a neutral address. A reload still repeats the form: most browsers have started it
     before "beforeunload". Firefox (which knows -moz-orient) has not, so there Back asks whether to send the form again. */
  if (!CSS.supports('-moz-orient', 'inline')) {
    addEventListener('beforeunload', () => {
      if (sentPage() && !visit.stays) history.replaceState(null, '', location.pathname);
    });
  }
  addEventListener('pagehide', () => {
    if (privateForm()) document.body.remove();
  });
  addEventListener('pageshow', () => {
    if (!document.body) location.replace(location.pathname);
  });
  return {
    stays: false,
    guarded: () => guarded,
    guard() {
      if (guarded) return;
      guarded = true;
      const address = document.getElementById('report').getAttribute('action');
      history.replaceState(null, '', address);
      history.pushState(null, '', address);
    },
    /* Takes the guard away, then acts; after this many milliseconds also when the browser has not taken it away yet. */
    unguard(action, patience = 3000) {
      if (!guarded) return action();
      guarded = false;
      next = action;
      history.back();
      setTimeout(proceed, patience);
    },
    to(href) {
      visit.unguard(() => location.replace(href), 1000);
    }
  };
})();
