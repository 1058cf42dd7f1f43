/* Warns before the session of the officer ends; typing extends the session. Input is not lost: a form that is sent after the session ended
   is restored after login. */
(() => {
  const box = document.querySelector('.session-warning');
  if (!box) return;
  const idle = +box.dataset.idle;
  const end = Date.now() + +box.dataset.end;
  const notice = +box.dataset.notice;
  let lastExtension = Date.now();
  let timer;
  const show = state => {
    box.hidden = !state;
    for (const part of box.querySelectorAll('[data-when]')) part.hidden = part.dataset.when !== state;
  };
  const schedule = () => {
    clearTimeout(timer);
    show('');
    const absolute = end - Date.now() < idle;
    timer = setTimeout(() => {
      show(absolute ? 'end' : 'idle');
      timer = setTimeout(() => show('over'), notice);
    }, Math.max(0, absolute ? end - Date.now() : idle));
  };
  const extend = async () => {
    lastExtension = Date.now();
    try {
      const answer = await fetch('/backoffice/stay', {redirect: 'manual'});
      if (answer.status === 204) schedule();
      else show('over');
    } catch (e) {
      lastExtension = 0;
    }
  };
  box.querySelector('button').addEventListener('click', extend);
  document.addEventListener('input', () => {
    if (Date.now() - lastExtension > Math.min(120000, idle / 2)) extend();
  });
  schedule();
})();
