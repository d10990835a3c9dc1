package io.daybook.testing;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Looks for words where nobody may have left them: as they are, in Base64 at any offset, and in hexadecimal, which is
 * how PostgreSQL shows binary columns.
 */
public final class PlaintextSearch {

    private static final int BASE64_GROUP = 3;

    private final List<String> needles;

    private PlaintextSearch(List<String> needles) {
        this.needles = needles;
    }

    /** A search for words of ASCII letters and digits, of 8 at least so that none is found by chance. */
    public static PlaintextSearch of(String... words) {
        if (words.length == 0 || Arrays.stream(words).anyMatch(word -> !word.matches("[A-Za-z0-9]{8,}"))) {
            throw new IllegalArgumentException("Words of 8 or more letters and digits are needed");
        }
        return new PlaintextSearch(
                Arrays.stream(words).flatMap(PlaintextSearch::forms).distinct().toList());
    }

    /**
     * What a search of a database came to.
     *
     * @param tables how many there are, those of the catalogue among them
     * @param rows how many they have
     * @param findings {@code schema.table} of each in which a word is
     */
    public record Searched(int tables, long rows, Set<String> findings) {}

    /**
     * Searches every row of every table of every schema, the planner's statistics among them, as a role that may read
     * all.
     */
    public Searched database(String jdbcUrl, String superuser) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, superuser, "")) {
            int tables = 0;
            long rows = 0;
            Set<String> findings = new TreeSet<>();
            for (String table : tables(connection)) {
                long[] counts = search(connection, table);
                tables++;
                rows += counts[0];
                if (counts[1] > 0) {
                    findings.add(table);
                }
            }
            return new Searched(tables, rows, findings);
        } catch (SQLException failure) {
            throw new IllegalStateException("The database cannot be searched", failure);
        }
    }

    /** Whether a word is in some bytes. */
    public boolean isIn(byte[] bytes) {
        // every byte is a character of it, so nothing is lost
        String text = new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        return needles.stream().anyMatch(needle -> text.contains(needle.toLowerCase(Locale.ROOT)));
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                        SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE c.relkind IN ('r', 'm') ORDER BY 1""");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    private long[] search(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT count(*), count(*) FILTER (WHERE ROW(t.*)::text ILIKE ANY (?)) FROM " + table + " t")) {
            String[] patterns =
                    needles.stream().map(needle -> "%" + needle + "%").toArray(String[]::new);
            statement.setArray(1, connection.createArrayOf("text", patterns));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new long[] {row.getLong(1), row.getLong(2)};
            }
        }
    }

    private static Stream<String> forms(String word) {
        byte[] bytes = word.getBytes(StandardCharsets.US_ASCII);
        return Stream.concat(
                Stream.of(word, HexFormat.of().formatHex(bytes)),
                Stream.of(0, 1, 2).map(offset -> base64(bytes, offset)));
    }

    /** The characters that the word alone decides when it begins at an offset within a group of three bytes. */
    private static String base64(byte[] bytes, int offset) {
        int lead = (BASE64_GROUP - offset) % BASE64_GROUP;
        int whole = (bytes.length - lead) / BASE64_GROUP * BASE64_GROUP;
        return Base64.getEncoder().encodeToString(Arrays.copyOfRange(bytes, lead, lead + whole));
    }
}
