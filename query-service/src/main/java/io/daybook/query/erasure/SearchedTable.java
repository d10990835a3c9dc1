package io.daybook.query.erasure;

/**
 * What a search of a table came to.
 *
 * @param rows how many there are
 * @param holding how many of them hold sealed data of the customer
 * @param naming how many of them are about the customer's aggregate; 0 for a table whose rows are not about aggregates
 */
record SearchedTable(String schema, String table, long rows, long holding, long naming) {

    /** Whether it is a read model's, or what is kept of one. */
    boolean isOfGeneration() {
        return schema.startsWith("read_");
    }

    String name() {
        return schema + "." + table;
    }
}
