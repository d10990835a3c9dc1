package io.daybook.query.notary;

import io.daybook.notary.Tile;
import io.daybook.notary.TileSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The table {@code query.notary_tile}. */
@Repository
class TileRows implements TileSource {

    private final JdbcTemplate jdbc;

    TileRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public byte[] hashes(int level, long index) {
        return jdbc
                .query(
                        "SELECT hashes FROM query.notary_tile WHERE level = ? AND index = ?",
                        (row, _) -> row.getBytes(1),
                        level,
                        index)
                .stream()
                .findFirst()
                .orElseGet(() -> new byte[0]);
    }

    /** The tiles of leaves from an index on, by their indexes. */
    Map<Long, byte[]> leaves(long firstIndex, int count) {
        Map<Long, byte[]> tiles = new HashMap<>();
        jdbc.query(
                "SELECT index, hashes FROM query.notary_tile WHERE level = 0 AND index >= ? AND index < ?",
                row -> {
                    tiles.put(row.getLong(1), row.getBytes(2));
                },
                firstIndex,
                firstIndex + count);
        return tiles;
    }

    /** Keeps tiles; one that was kept before and has become fuller is replaced. */
    void save(List<Tile> tiles) {
        jdbc.batchUpdate("""
                INSERT INTO query.notary_tile (level, index, hashes) VALUES (?, ?, ?)
                ON CONFLICT (level, index) DO UPDATE SET hashes = excluded.hashes""", tiles, 100, (statement, tile) -> {
            statement.setInt(1, tile.level());
            statement.setLong(2, tile.index());
            statement.setBytes(3, tile.hashes());
        });
    }
}
