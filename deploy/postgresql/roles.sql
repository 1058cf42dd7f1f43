-- Creates the database roles and their privileges that do not depend on tables. A superuser runs this in the database of the site, before
-- the first bin/migrate and again with every new version; it also resets manual changes:
--   psql -d uitweg -v ON_ERROR_STOP=1 -f deploy/postgresql/roles.sql
-- Set passwords separately: alter role ... password '...'. The demo and the tests run this file too.
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

-- Roles without login. portal_owner owns every table; the other two own the security definer functions (V1 explains why).
alter role portal_owner nologin inherit;
alter role portal_intake nologin;
alter role portal_statistics nologin;
grant portal_intake, portal_statistics to portal_owner;

-- The login of bin/migrate, which assumes the owner role. No serving process knows its password.
alter role portal_migrate login noinherit;
grant portal_owner to portal_migrate;
alter role portal_migrate set role = 'portal_owner';

-- The logins of the serving processes. Each may open a limited number of connections, so that whoever takes over the public tier leaves
-- connections for the desk and for maintenance (PostgreSQL allows 100 in total by default). The limits are enough for two replicas of each
-- tier with the default pool.
alter role portal_public login connection limit 45;
alter role portal_backoffice login connection limit 45;
-- For a small installation with both tiers in one process: may assume either role, but inherits the privileges of neither.
alter role portal_all login noinherit connection limit 45;
grant portal_public, portal_backoffice to portal_all;

-- A query may write this much to temporary files: otherwise whoever has a login could fill the disk with one sort. Only a superuser can change
-- this setting.
alter role portal_public set temp_file_limit = '64MB';
alter role portal_backoffice set temp_file_limit = '256MB';
alter role portal_all set temp_file_limit = '256MB';

-- Only the owner may create objects in the schema. No login may create temporary objects: an unqualified name would resolve to a temporary
-- object before the real one.
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

-- By default every login may create large objects, without any privilege on the database or a schema.
revoke execute on function lo_creat(integer), lo_create(oid), lo_from_bytea(oid, bytea) from public;

-- By default every login may take advisory locks and write messages to the write-ahead log: an attacker with the login of the public tier
-- could block the desk with the former and fill the disk with the latter. Each login gets only the functions it needs.
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
grant execute on function pg_advisory_xact_lock(integer, integer), pg_try_advisory_xact_lock(integer, integer) to portal_backoffice;
grant execute on function pg_advisory_lock(bigint), pg_try_advisory_lock(bigint), pg_advisory_xact_lock(bigint),
  pg_try_advisory_xact_lock(bigint) to portal_owner; -- for concurrent migrations
