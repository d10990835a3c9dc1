-- Each service owns a schema of its own, which it creates and migrates itself, and stays out of "public".
DO $$
BEGIN
  EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT, CREATE, TEMPORARY ON DATABASE %I TO daybook_owner, daybook_command, daybook_query', current_database());
END
$$;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
