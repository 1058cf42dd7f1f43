-- A page of the inbox is read per municipality and per part (urgent, other open, put away), each from an index in its own order,
-- so that the last page costs what the first does. Same conditions, letter for letter, as in inbox.Part.
drop index signal_open;
drop index signal_untaken;
create index signal_open on signal (municipality, urgency, received_on, id)
  where state not in ('CLOSED', 'SPAM', 'WITHDRAWN');
create index signal_open_untaken on signal (urgency, received_on, id)
  where municipality is null and state not in ('CLOSED', 'SPAM', 'WITHDRAWN');
create index signal_shut on signal (municipality, received_on, id)
  where state in ('CLOSED', 'SPAM', 'WITHDRAWN');
create index signal_shut_untaken on signal (received_on, id)
  where municipality is null and state in ('CLOSED', 'SPAM', 'WITHDRAWN');

-- The views that look at what officers did: nobody's, mine, never read.
create index handling_free on handling (signal_id) where assigned_to is null and closed_at is null;
create index handling_unread on handling (signal_id) where first_read_at is null and closed_at is null;
create index handling_mine on handling (assigned_to, signal_id) where closed_at is null;

-- Whether a colleague of this name has ever been at the desk.
create index audit_actor on audit_event (actor, action);
