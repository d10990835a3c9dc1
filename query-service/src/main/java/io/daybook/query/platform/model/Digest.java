package io.daybook.query.platform.model;

/**
 * The count of a model's rows and the sum, modulo 2^64, of their content hashes; or by how much both have changed.
 */
public record Digest(long rows, long hash) {

    public static final Digest NONE = new Digest(0, 0);

    public Digest and(Digest other) {
        return new Digest(rows + other.rows, hash + other.hash);
    }

    public static Digest of(Kept<?> row) {
        return new Digest(1, row.hash());
    }

    public Digest minus(Digest other) {
        return new Digest(rows - other.rows, hash - other.hash);
    }

    /** As sixteen hexadecimal digits. */
    public String text() {
        return "%016x".formatted(hash);
    }
}
