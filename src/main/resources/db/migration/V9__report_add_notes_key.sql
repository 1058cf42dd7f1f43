-- Officers' notes have a key of their own, which the desk makes with the first note: the public tier has the key of a report in memory while
-- it is sent. Its login adds only the keys that come in with a report or a file, and does not learn whether there are notes.
alter table wrapped_key add constraint wrapped_key_what
  check (what in ('report', 'conversation', 'notes') or what like 'attachment/%');
-- Keys of files have a policy of their own, public_adds_file.
alter policy public_adds on wrapped_key
  with check (report_id = portal_report() and what in ('report', 'conversation'));
alter policy public_sees on wrapped_key
  using (report_id = portal_open_report() and what <> 'notes');
