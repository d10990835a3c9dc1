-- In which places of a bucket a term is that a 64th of its events have, or more: a bit for each position, made when the bucket is full.
-- Two such terms may be in every bucket and hardly ever in one event: then the index alone goes through both lists of each bucket,
-- where these say at once that nothing is to be found. A bucket or a term without a row says nothing.
CREATE TABLE query.event_often (
    bucket bigint     NOT NULL,
    term   bigint     NOT NULL,
    places bit(32768) NOT NULL,
    PRIMARY KEY (bucket, term)
);
