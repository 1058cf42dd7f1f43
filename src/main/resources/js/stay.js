/* Warns before the officer's session ends; typing extends the session. Input is not lost: a form sent after the session ended is restored
   after login. */
(() => {
  const box = document.querySelector('.stay');
  if (!box) return;
  const idle = +box.dataset.idle;
  const end = Date.now() + +box.dataset.end;
  const notice = +box.dataset.notice;
  let last = Date.now();
  let timer;
  const say = which => {
    box.hidden = !which;
    for (const part of box.querySelectorAll('[data-when]')) part.hidden = part.dataset.when !== which;
  };
  const plan = () => {
    clearTimeout(timer);
    say('');
    const absolute = end - Date.now() < idle;
    timer = setTimeout(() => {
      say(absolute ? 'end' : 'idle');
      timer = setTimeout(() => say('over'), notice);
    }, Math.max(0, absolute ? end - Date.now() : idle));
  };
  const stay = async () => {
    last = Date.now();
    try {
      const answer = await fetch('/backoffice/stay', {redirect: 'manual'});
      if (answer.status === 204) plan();
      else say('over');
    } catch (lost) {
      last = 0;
    }
  };
  box.querySelector('button').addEventListener('click', stay);
  document.addEventListener('input', () => {
    if (Date.now() - last > Math.min(120000, idle / 2)) stay();
  });
  plan();
})();
