-- Searching reads reports newest first, a thousand at a time.
create index signal_received on signal (received_on desc, id desc);
-- Purging asks every hour which closed reports have waited longest.
create index signal_purged on signal (closed_on) where state = 'CLOSED';
