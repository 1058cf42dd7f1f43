-- Whoever has the public login may store rows: one that the application cannot load would stop the inbox of every municipality, so the
-- database takes none. The words are those of SignalState, Urgency and Question.FORMS.
alter table signal
  add constraint signal_state check (state in
    ('NEW', 'IN_PROGRESS', 'WAITING_FOR_REPORTER', 'REFERRED', 'CLOSED', 'REOPENED', 'SPAM', 'WITHDRAWN')),
  add constraint signal_urgency check (urgency in ('URGENT', 'NORMAL')),
  add constraint signal_forms check (
    cardinality(forms) <= 20
    and coalesce(array_ndims(forms), 1) = 1
    and coalesce(array_lower(forms, 1), 1) = 1
    and array_position(forms, null) is null
    and array_to_string(forms, ' ') ~ '^([a-z-]{1,40}( [a-z-]{1,40})*)?$'),
  add constraint signal_dates check (
    received_on between date '2000-01-01' and date '2199-12-31'
    and closed_on between date '2000-01-01' and date '2199-12-31'
    and keep_until between date '2000-01-01' and date '2199-12-31'),
  add constraint signal_names check (length(municipality) <= 100 and length(addressed_to) <= 100),
  add constraint signal_sealed check (octet_length(sealed) between 1 and 1048576),
  add constraint signal_version check (version >= 0);
alter table wrapped_key
  add constraint wrapped_key_lengths check (length(what) <= 100 and length(recipient) <= 100 and octet_length(wrapped) <= 4096);
alter table receipt
  add constraint receipt_lengths check (octet_length(lookup_id) <= 64 and octet_length(wrapped) <= 4096);
alter table message
  add constraint message_position check (position between 0 and 1000000),
  add constraint message_sealed check (octet_length(sealed) between 1 and 1048576);
alter table attachment
  add constraint attachment_lengths check (octet_length(sealed) <= 65536 and octet_length(voucher) <= 4096);
alter table attachment_chunk
  add constraint attachment_chunk_position check (position between 0 and 1000000),
  add constraint attachment_chunk_content check (octet_length(content) <= 1114112);

-- A report comes in untouched, with the municipality that it was sent to.
alter policy public_adds on signal
  with check (id = portal_report() and state = 'NEW' and version = 0 and closed_on is null and keep_until is null
              and municipality is not distinct from addressed_to);

-- A report that the reporter withdraws has no day of closing, and only officers close one.
revoke update (closed_on) on signal from portal_public;
