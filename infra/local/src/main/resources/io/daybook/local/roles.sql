-- daybook_owner migrates the schema of the events; daybook_command writes events; daybook_query reads them, and appends its own operations.
DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['daybook_owner', 'daybook_command', 'daybook_query'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = wanted) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I LOGIN', wanted);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL; -- another process was faster
      END;
    END IF;
  END LOOP;
END
$$;
