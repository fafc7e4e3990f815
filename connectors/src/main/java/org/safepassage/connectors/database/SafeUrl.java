package org.safepassage.connectors.database;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Parameters;

/// A JDBC URL with nothing in it that runs code or reads files on the hub's machine: some drivers load
/// classes or run scripts that the URL names. TLS with a checked certificate is the default for PostgreSQL
/// and MariaDB beyond the loopback.
///
/// @param url complete
/// @param host empty for an embedded database
/// @param port 0 for an embedded database
record SafeUrl(String url, String host, int port) {
    private static final Pattern POSTGRES = Pattern.compile(
            "jdbc:postgresql://(\\[[0-9a-fA-F:]+\\]|[A-Za-z0-9.-]+)(?::([0-9]+))?/[A-Za-z0-9_.-]+(\\?.*)?");
    private static final Pattern H2 =
            Pattern.compile("jdbc:h2:(?:(mem|file|split):|(tcp|ssl)://([A-Za-z0-9.-]+)(?::([0-9]+))?/)[^;]+(;.*)?");
    private static final Set<String> POSTGRES_OPTIONS = Set.of(
            "sslmode", "sslrootcert", "sslcert", "sslkey", "currentschema", "applicationname", "targetservertype");
    private static final Pattern MARIADB = Pattern.compile(
            "jdbc:mariadb://(\\[[0-9a-fA-F:]+\\]|[A-Za-z0-9.-]+)(?::([0-9]+))?/[A-Za-z0-9_.-]+(\\?.*)?");
    private static final Set<String> MARIADB_OPTIONS = Set.of("sslmode", "serversslcert");
    private static final Set<String> H2_OPTIONS =
            Set.of("ifexists", "access_mode_data", "mode", "db_close_delay", "database_to_lower", "auto_server");

    static SafeUrl of(Parameters parameters) throws DoorProblem {
        String url = parameters.text("jdbcUrl");
        Matcher postgres = POSTGRES.matcher(url);
        if (postgres.matches()) {
            options(parameters, postgres.group(3), "[?&]", POSTGRES_OPTIONS);
            return withTls(url, postgres, "sslmode", 5432);
        }
        Matcher mariaDb = MARIADB.matcher(url);
        if (mariaDb.matches()) {
            options(parameters, mariaDb.group(3), "[?&]", MARIADB_OPTIONS);
            return withTls(url, mariaDb, "sslMode", 3306);
        }
        Matcher h2 = H2.matcher(url);
        if (h2.matches()) {
            options(parameters, h2.group(5), ";", H2_OPTIONS);
            return h2.group(1) == null
                    ? new SafeUrl(url, h2.group(3), port(h2.group(4), 9092))
                    : new SafeUrl(url, "", 0);
        }
        throw parameters.refused(
                "jdbcUrl",
                "must be jdbc:postgresql://HOST:PORT/DATABASE, jdbc:mariadb://HOST:PORT/DATABASE or jdbc:h2:…");
    }

    private static SafeUrl withTls(String url, Matcher parsed, String option, int standardPort) {
        String host = parsed.group(1);
        boolean here = host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
        boolean said = url.toLowerCase(Locale.ROOT).contains("sslmode=");
        String tls = here || said ? "" : (url.contains("?") ? "&" : "?") + option + "=verify-full";
        return new SafeUrl(url + tls, host, port(parsed.group(2), standardPort));
    }

    private static int port(@Nullable String given, int standard) {
        return given == null ? standard : Integer.parseInt(given);
    }

    private static void options(Parameters parameters, @Nullable String given, String separator, Set<String> allowed)
            throws DoorProblem {
        for (String option : given == null ? new String[0] : given.split(separator)) {
            String name = option.split("=", 2)[0].toLowerCase(Locale.ROOT);
            if (!name.isEmpty() && !allowed.contains(name)) {
                throw parameters.refused(
                        "jdbcUrl",
                        "has an option that is not allowed here; allowed are "
                                + String.join(", ", allowed.stream().sorted().toList()));
            }
        }
    }

    boolean embedded() {
        return host.isEmpty();
    }
}
