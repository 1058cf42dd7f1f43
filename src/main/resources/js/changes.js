/* Says above an open list that something changed. The request carries no cookies, so it never extends the login of the officer. */
(() => {
  const box = document.querySelector('.changes');
  if (!box) return;
  const timer = setInterval(async () => {
    try {
      const answer = await fetch('/backoffice/changes', {credentials: 'omit', headers: {'X-List': box.dataset.list}});
      if (answer.status === 200) {
        box.querySelector('span').textContent = await answer.text();
        box.hidden = false;
      } else if (answer.status !== 204) clearInterval(timer);
    } catch (e) { /* the next attempt may succeed */ }
  }, 60000);
  box.querySelector('a').addEventListener('click', event => {
    event.preventDefault();
    location.reload();
  });
})();
