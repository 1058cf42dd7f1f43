-- The roles of the database and what each may do before any table is there. A superuser runs this in the database of the site, before
-- the first bin/migrate and again with every new version; it repairs what was changed by hand:
--   psql -d uitweg -v ON_ERROR_STOP=1 -f deploy/postgresql/roles.sql
-- Passwords are set apart: alter role ... password '...'. The demo and the tests run this same file.
do $$
declare
  name text;
begin
  foreach name in array array['portal_owner', 'portal_intake', 'portal_statistics',
                              'portal_migrate', 'portal_public', 'portal_backoffice', 'portal_all'] loop
    if not exists (select from pg_catalog.pg_roles where rolname = name) then
      execute pg_catalog.format('create role %I', name);
    end if;
    execute pg_catalog.format('alter role %I nosuperuser nocreatedb nocreaterole noreplication nobypassrls', name);
    execute pg_catalog.format('alter role %I reset all', name);
  end loop;
end
$$;

-- Nobody logs in as these. portal_owner owns every table; the other two own the functions that run with the rights of their owner (V1).
alter role portal_owner nologin inherit;
alter role portal_intake nologin;
alter role portal_statistics nologin;
grant portal_intake, portal_statistics to portal_owner;

-- bin/migrate logs in with this one, acts as the owner, and ends. No serving process knows its password.
alter role portal_migrate login noinherit;
grant portal_owner to portal_migrate;
alter role portal_migrate set role = 'portal_owner';

-- The serving processes.
alter role portal_public login;
alter role portal_backoffice login;
-- For a small installation with both tiers in one process: may become either, and is neither by itself.
alter role portal_all login noinherit;
grant portal_public, portal_backoffice to portal_all;

-- Only the owner creates anything. Temporary objects would come before the real ones in an unqualified name.
do $$
begin
  execute pg_catalog.format('revoke all on database %I from public', pg_catalog.current_database());
  execute pg_catalog.format('grant connect on database %I to portal_migrate, portal_public, portal_backoffice, portal_all',
                            pg_catalog.current_database());
end
$$;
alter schema public owner to portal_owner;
revoke create on schema public from public;
alter default privileges for role portal_owner revoke execute on functions from public;

-- Large objects can be made without any right on the database or a schema.
revoke execute on function lo_creat(integer), lo_create(oid), lo_from_bytea(oid, bytea) from public;

-- Locks by number, and words written straight into the log of changes, are open to every login by default: whoever has the one of the
-- public tier could stop the desk with the first and fill the disk with the second. Each login gets the few it needs.
do $$
declare
  dangerous pg_catalog.regprocedure;
begin
  for dangerous in
    select p.oid from pg_catalog.pg_proc p
     where p.pronamespace = 'pg_catalog'::pg_catalog.regnamespace
       and (p.proname = 'pg_logical_emit_message' or p.proname ~ '^pg_(try_)?advisory_(xact_)?lock')
  loop
    execute pg_catalog.format('revoke execute on function %s from public', dangerous);
  end loop;
end
$$;
grant execute on function pg_advisory_xact_lock(bigint) to portal_public; -- sending the same form twice
grant execute on function pg_advisory_xact_lock(integer, integer), pg_try_advisory_xact_lock(integer, integer) to portal_backoffice;
grant execute on function pg_advisory_lock(bigint), pg_try_advisory_lock(bigint), pg_advisory_xact_lock(bigint),
  pg_try_advisory_xact_lock(bigint) to portal_owner; -- migrating in two places at once
