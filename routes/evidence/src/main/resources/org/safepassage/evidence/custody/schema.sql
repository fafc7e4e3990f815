-- The custody log. Runs as it is on H2 2.3 (MODE regular) and PostgreSQL; the hub copies it into a migration.
-- Nothing here is ever updated but the head's size, and nothing is ever deleted.

-- One row: how many leaves there are. An append locks it until its transaction ends, so indexes have no gaps.
CREATE TABLE custody_head (
    id SMALLINT PRIMARY KEY,
    tree_size BIGINT NOT NULL
);
INSERT INTO custody_head (id, tree_size) VALUES (1, 0);

-- leaf: the canonical JSON that is hashed. openings: what its commitments hide, sealed or plain by its first byte.
-- once_key: makes a repeated append find the first one; null for entries that may repeat.
CREATE TABLE custody_leaf (
    leaf_index BIGINT PRIMARY KEY,
    subject VARCHAR(400) NOT NULL,
    step VARCHAR(100) NOT NULL,
    once_key VARCHAR(400),
    recorded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    leaf BYTEA NOT NULL,
    openings BYTEA NOT NULL
);
CREATE UNIQUE INDEX custody_leaf_once ON custody_leaf (subject, step, once_key);
CREATE INDEX custody_leaf_subject ON custody_leaf (subject, leaf_index);

-- Hashes of complete subtrees of 2^height leaves; node_index counts them from the left. Height 0 is the leaf hashes.
CREATE TABLE custody_node (
    height SMALLINT NOT NULL,
    node_index BIGINT NOT NULL,
    hash BYTEA NOT NULL,
    PRIMARY KEY (height, node_index)
);
