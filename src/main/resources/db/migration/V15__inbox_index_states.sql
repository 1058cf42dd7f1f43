-- The inbox narrowed to one state is read in its own order too, as its parts are (V7).
create index signal_open_state on signal (municipality, state, urgency, received_on, id)
  where state not in ('CLOSED', 'SPAM', 'WITHDRAWN');
create index signal_open_state_untaken on signal (state, urgency, received_on, id)
  where municipality is null and state not in ('CLOSED', 'SPAM', 'WITHDRAWN');
create index signal_shut_state on signal (municipality, state, received_on, id)
  where state in ('CLOSED', 'SPAM', 'WITHDRAWN');
create index signal_shut_state_untaken on signal (state, received_on, id)
  where municipality is null and state in ('CLOSED', 'SPAM', 'WITHDRAWN');
