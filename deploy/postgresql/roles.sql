-- Run once as the owner of the database, before the first start; set passwords with: alter role ... password '...'.
-- The application never logs in as the owner; only migrations do (QUARKUS_FLYWAY_USERNAME).
do $$
begin
  if not exists (select from pg_roles where rolname = 'portal_public') then
    create role portal_public login;
  end if;
  if not exists (select from pg_roles where rolname = 'portal_backoffice') then
    create role portal_backoffice login;
  end if;
  -- For a small installation with both tiers in one process: may become either, and is neither by itself.
  if not exists (select from pg_roles where rolname = 'portal_all') then
    create role portal_all login noinherit;
  end if;
  grant portal_public, portal_backoffice to portal_all;
end
$$;
