-- The Merkle tree over the events, and what was signed of it. Not to be derived again without breaking what was signed: a rebuild
-- leaves these tables alone.

-- The tree as tiles: up to 256 hashes of 32 bytes each. Those of level 0 are leaves, those of level n roots of full tiles below. A full
-- tile never changes.
CREATE TABLE query.notary_tile (
    level  smallint NOT NULL,
    index  bigint   NOT NULL,
    hashes bytea    NOT NULL,
    PRIMARY KEY (level, index)
);
-- hashes do not compress
ALTER TABLE query.notary_tile ALTER COLUMN hashes SET STORAGE EXTERNAL;

CREATE TABLE query.notary_checkpoint (
    -- how many events; as positions are dense from 1, also the last position
    size      bigint      PRIMARY KEY,
    -- as it was signed
    note      text        NOT NULL,
    signed_at timestamptz NOT NULL DEFAULT now()
);

-- The public keys, and from which checkpoint on each has signed.
CREATE TABLE query.notary_key (
    from_size bigint PRIMARY KEY,
    vkey      text   NOT NULL
);
