-- For whom a report was sent, for good: the municipality that the reporter chose, or null for all. Everything in the report is sealed as
-- sent to it, while "municipality" says who has the report now. The public tier seals messages and needs it too.
alter table signal add column addressed_to text;
grant select (addressed_to) on signal to portal_public;

-- What was received never changes: officers decide on these columns and on no other.
revoke update on signal from portal_backoffice;
grant update (municipality, state, urgency, closed_on, keep_until, version) on signal to portal_backoffice;

-- Sealed with the key of the conversation, the commitment to the key of the file: whoever has the public keysets can seal a file, but only
-- who sent the report or knows its code can send one with it.
alter table attachment add column voucher bytea not null default '';
alter table attachment alter column voucher drop default;
