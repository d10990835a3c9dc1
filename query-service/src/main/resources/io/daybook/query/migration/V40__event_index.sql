-- What every event of the log can be found by. Holds no events, only where they are: what is shown is read off the log itself,
-- so personal data is here as little as it is there, and an erasure needs nothing here.
--
-- A term is a fact of an event (its type, its actor, a field of its payload, a word in it) as 44 bits of a hash, below the number
-- of the bucket of 32,768 positions in which the event is. So the terms of new events are neighbours in the index, whatever they
-- hash to; a search goes from bucket to bucket in the order of the log, and ends in the first that has enough, be a fact
-- frequent; and a rare one costs one look-up for each bucket.
CREATE TABLE query.event_term (
    position bigint   PRIMARY KEY,
    terms    bigint[] NOT NULL
);

-- hashes do not shrink, and nobody plans by their distribution
ALTER TABLE query.event_term ALTER COLUMN terms SET STORAGE EXTERNAL, ALTER COLUMN terms SET STATISTICS 0;

-- whoever fills it merges what is pending at the end of each batch: faster than entry by entry, and a search finds nothing pending
CREATE INDEX event_term_terms ON query.event_term USING gin (terms) WITH (fastupdate = on, gin_pending_list_limit = 4096);

-- How far the index is, and by which version of the terms it is made.
CREATE TABLE query.event_index (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    position bigint  NOT NULL,
    version  integer NOT NULL
) WITH (fillfactor = 10, autovacuum_vacuum_threshold = 1000);

INSERT INTO query.event_index (position, version) VALUES (0, 0);
