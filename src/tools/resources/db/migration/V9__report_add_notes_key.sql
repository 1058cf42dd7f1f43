-- Officers' notes have a key of their own, which the desk creates with the first note, because the public tier has the key of a report in
-- memory while the report is sent. The public login adds only the keys that arrive with a report or a file, and cannot see whether there
-- are notes.
alter table wrapped_key add constraint wrapped_key_what
  check (what in ('report', 'conversation', 'notes') or what like 'attachment/%');
-- Keys of files have a separate policy, public_adds_file.
alter policy public_adds on wrapped_key
  with check (report_id = portal_report() and what in ('report', 'conversation'));
alter policy public_sees on wrapped_key
  using (report_id = portal_open_report() and what <> 'notes');
