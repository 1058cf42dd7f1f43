-- Shows whether the database takes writes, for the health of the application. Emptying the table gives it a new file, so every row needs new
-- space on the disk, also when the old rows left some free; a full disk is noticed.
create table write_probe (
  filler text not null
);
alter table write_probe alter column filler set storage plain;
alter table write_probe enable row level security;
grant insert, truncate on write_probe to portal_intake;
create policy probe on write_probe for insert to portal_intake with check (true);

-- Writes a row, unless somebody else does at this moment: a process that was paused in the middle must not make all others seem ill.
create function portal_probe_write() returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
  begin
    lock table public.write_probe in access exclusive mode nowait;
  exception when lock_not_available then
    return;
  end;
  truncate table public.write_probe;
  insert into public.write_probe (filler) values (repeat('x', 8000));
end
$$;
revoke execute on function portal_probe_write() from public;
grant execute on function portal_probe_write() to portal_public, portal_backoffice, portal_all;

grant create on schema public to portal_intake;
alter function portal_probe_write() owner to portal_intake;
revoke create on schema public from portal_intake;
