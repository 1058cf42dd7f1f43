package nl.uitweg.platform.persistence;

import java.util.List;

/**
 * SQL statements that PostgreSQL must reject for insufficient privilege, and column values that it
 * must not store.
 */
final class DatabaseAttacks {

  /** Forbidden for every login, including the one that migrates. */
  static final List<String> FORBIDDEN_FOR_ALL =
      List.of(
          // temporary objects, which an unqualified name resolves to first
          "create temporary table report_notification (id bigint, report_id uuid)",
          "create temporary view report as select 1",
          "create temporary sequence s",
          "create function pg_temp.now() returns timestamptz language sql as 'select null::timestamptz'",
          "create operator pg_temp.= (leftarg = uuid, rightarg = uuid, function = uuid_ne)",
          "create type pg_temp.uuid as (x text)",
          "create domain pg_temp.text as pg_catalog.text",
          "select * into temporary t from pg_class",
          // filling the disk with temporary files
          "set temp_file_limit = -1",
          "alter role current_user set temp_file_limit = -1",
          // replacing built-in functions, operators and casts
          "create function pg_catalog.now(x text) returns text language sql as 'select x'",
          "create operator pg_catalog.=== (leftarg = uuid, rightarg = uuid, function = uuid_eq)",
          "create cast (text as bytea) without function as implicit",
          "create or replace function pg_catalog.now() returns timestamptz language sql as 'select null::timestamptz'",
          // assuming another role
          "set role postgres",
          "set session authorization postgres",
          "create role intruder superuser",
          "alter role postgres password 'x'",
          "alter role portal_owner login",
          "alter role current_user superuser",
          "alter role current_user bypassrls",
          "grant pg_execute_server_program to current_user",
          "grant pg_read_all_data to current_user",
          // access to the operating system
          "copy pg_class to program 'cat'",
          "copy pg_class from program 'cat'",
          "copy pg_class to '/tmp/uitweg-attack'",
          "copy pg_class from '/etc/passwd'",
          "select lo_import('/etc/passwd')",
          "select lo_export(1, '/tmp/uitweg-attack')",
          "select pg_read_file('postgresql.conf')",
          "select pg_read_binary_file('postgresql.conf')",
          "select pg_stat_file('postgresql.conf')",
          "select pg_ls_dir('.')",
          "select pg_ls_waldir()",
          "load '/tmp/intruder.so'",
          "alter system set fsync = off",
          "select pg_reload_conf()",
          "select pg_switch_wal()",
          "create tablespace t location '/tmp'",
          // confidential catalogues
          "select * from pg_authid",
          "select * from pg_shadow",
          "select * from pg_largeobject",
          "select * from pg_statistic",
          "select subconninfo from pg_subscription",
          "select * from pg_user_mapping",
          "select * from pg_hba_file_rules()",
          "select * from pg_file_settings",
          // new objects outside the schema
          "create schema intruder",
          "create extension dblink",
          "create extension pgcrypto",
          "create language intruder handler plpgsql_call_handler",
          "create event trigger intruder on ddl_command_start execute function queue_report_indexing()",
          "create publication intruder for all tables",
          "create foreign data wrapper intruder",
          "create database intruder",
          "alter database uitweg set search_path = pg_temp, public",
          "select lo_creat(-1)",
          "select lo_create(0)",
          "select lo_from_bytea(0, '')",
          // settings that disable triggers and foreign keys, or that change logging and name
          // resolution
          "set session_replication_role = replica",
          "set log_statement = 'all'",
          "alter role postgres set search_path = pg_temp");

  /** Forbidden for serving logins; the owner of the tables may do this. */
  static final List<String> FORBIDDEN_FOR_SERVING =
      List.of(
          "set role portal_owner",
          "set role portal_migrate",
          "set role portal_intake",
          "set role portal_statistics",
          "grant portal_owner to current_user",
          "create table intruder (x text)",
          "create table intruder as select 1 as x",
          "select 1 as x into intruder",
          "create view intruder as select 1",
          "create materialized view intruder as select 1",
          "create sequence intruder",
          "create type intruder as (x text)",
          "create function public.now() returns timestamptz language sql as 'select null::timestamptz'",
          "create function public.intruder() returns trigger language plpgsql as 'begin return new; end'",
          "create operator public.= (leftarg = uuid, rightarg = uuid, function = uuid_ne)",
          "create aggregate public.count(text) (sfunc = textcat, stype = text)",
          "create collation intruder (locale = 'C')",
          "create or replace function portal_lookup() returns bytea language sql return ''::bytea",
          "alter function portal_find_matches(uuid, bytea[], date) set search_path = pg_temp, public",
          "alter function portal_count_reports(date, date) owner to current_user",
          "drop function portal_municipalities()",
          "alter table report disable row level security",
          "alter table audit_event disable trigger all",
          "alter table report_notification add column x text",
          "alter table report owner to current_user",
          "alter policy officers on report using (true)",
          "drop policy officers on report",
          "create policy intruder on report for all using (true)",
          "create trigger intruder before insert on report_notification for each row execute function queue_report_notification()",
          "create rule intruder as on insert to report do also delete from audit_event",
          "create index intruder on report (id)",
          "create statistics intruder on id, state from report",
          "drop table report_notification",
          "drop index report_received",
          "truncate report",
          "truncate audit_event",
          "truncate report_notification",
          "comment on table report is 'x'",
          "reindex table report",
          "alter default privileges for role portal_owner grant all on tables to public",
          "update flyway_schema_history set checksum = 0",
          "delete from flyway_schema_history",
          "select installed_by from flyway_schema_history",
          "lock table audit_event in access exclusive mode",
          "lock table tombstone in share mode",
          "lock table receipt in exclusive mode",
          "lock table flyway_schema_history in share mode",
          "select queue_report_indexing()",
          "select queue_report_notification()",
          "select queue_message_notification()",
          "select queue_message_indexing()",
          "select queue_report_matching()",
          "select forget_match_of_report()",
          "select forget_match_of_trace()",
          "select * from municipality_match",
          "select count(*) from municipality_match",
          "insert into municipality_match (first_id, second_id) select id, id from report",
          "update municipality_match set first_agreed_on = current_date, second_agreed_on = current_date",
          "delete from municipality_match",
          "alter table municipality_match disable row level security",
          "create policy intruder on municipality_match for all using (true)",
          "drop trigger queue_report_matching on report",
          "insert into report_to_match values (gen_random_uuid())");

  /** Forbidden for the public tier: what blocks the desk and what belongs to the desk. */
  static final List<String> FORBIDDEN_FOR_PUBLIC_TIER =
      List.of(
          "select portal_find_matches(gen_random_uuid(), array[]::bytea[], date '2020-01-01')",
          "select portal_announce_matches()",
          "select portal_matches(array[]::uuid[])",
          "select portal_answer_match(gen_random_uuid(), gen_random_uuid(), true, 'x')",
          "select portal_agreed_match(gen_random_uuid(), gen_random_uuid())",
          "select portal_end_matching()",
          "select * from report_to_match",
          "delete from report_to_match",
          "select portal_closed_reports()",
          "select portal_due_agenda_items(array['zilvervoort'], date '2030-01-01')",
          "select portal_officer()",
          "select * from agenda_item",
          "select * from agenda_mail",
          "select * from saved_view",
          "select portal_count_reports(date '2020-01-01', date '2030-01-01')",
          "select portal_count_referred_reports(date '2020-01-01', date '2030-01-01')",
          "select pg_advisory_lock(0, 7204112)",
          "select pg_try_advisory_lock(0, 7204112)",
          "select pg_advisory_lock_shared(0, 7204112)",
          "select pg_advisory_xact_lock(0, 7204112)",
          "select pg_try_advisory_xact_lock_shared(0, 7204113)",
          "select pg_advisory_lock(1)",
          "select pg_try_advisory_lock(1)",
          "select pg_advisory_lock_shared(1)",
          "select pg_try_advisory_xact_lock(1)",
          "select pg_advisory_xact_lock(1)",
          "select pg_advisory_xact_lock_shared(1)",
          "select pg_logical_emit_message(false, 'x', repeat('x', 1000))",
          "select pg_logical_emit_message(true, 'x', ''::bytea)",
          "update report set closed_on = current_date",
          "update report set urgency = 'URGENT'",
          "update report set received_on = current_date",
          "delete from message",
          "insert into report_to_index values (gen_random_uuid())",
          "insert into report_notification (report_id) values (gen_random_uuid())",
          "select * from report_notification");

  /**
   * Column values that the application cannot load or that a new report never has. Each entry
   * replaces columns of a valid row.
   */
  static final List<String> MALFORMED_COLUMNS =
      List.of(
          "urgency = 'BOOM'",
          "urgency = ''",
          "state = 'BOOM'",
          "state = 'CLOSED'",
          "forms = array['labour', null]",
          "forms = array[['labour'], ['sexual']]",
          "forms = '[5:5]={labour}'",
          "forms = array['<b>']",
          "forms = array_fill('labour'::text, array[21])",
          "received_on = 'infinity'",
          "received_on = '-infinity'",
          "received_on = '0044-03-15 BC'",
          "received_on = '5874897-12-31'",
          "closed_on = current_date",
          "keep_until = current_date",
          "municipality = 'lindestede'",
          "addressed_to = 'lindestede'",
          "municipality = repeat('x', 101); addressed_to = repeat('x', 101)",
          "sealed = ''::bytea",
          "sealed = convert_to(repeat('x', 1048577), 'utf8')",
          "version = -1",
          "version = 2147483647");

  private DatabaseAttacks() {}
}
