-- The generations of the read side: each is a schema with all read models, derived from the events up to a position.

CREATE TABLE generation (
    id           integer     GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name         text        NOT NULL UNIQUE,
    layout       text        NOT NULL,
    state        text        NOT NULL,
    position     bigint      NOT NULL DEFAULT 0,
    target       bigint,
    as_of        timestamptz,
    created_at   timestamptz NOT NULL DEFAULT now(),
    built_at     timestamptz,
    verified_at  timestamptz,
    verification text,
    problem      text
);

-- Which generation answers queries: switching is one update of its one row.
CREATE TABLE live (
    only_row    boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
    generation  integer     REFERENCES generation,
    previous    integer     REFERENCES generation ON DELETE SET NULL,
    switched_at timestamptz NOT NULL DEFAULT now()
);

INSERT INTO live (generation) VALUES (NULL);

-- For the search for products: a trusted extension, which needs no more than the right to create in this database.
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA query;
