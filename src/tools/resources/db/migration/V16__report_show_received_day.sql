-- The page of the code says until which day the desk means to read a new report. That is counted from the day of receipt, which the public
-- login may therefore read, of a report whose code is shown.
grant select (received_on) on report to portal_public;
