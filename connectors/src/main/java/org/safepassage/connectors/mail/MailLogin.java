package org.safepassage.connectors.mail;

import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLContext;

/// How a door enters a mail server.
///
/// @param startTls whether TLS begins after the greeting instead of before it
/// @param tls whom it trusts
/// @param connect longest wait for the connection
/// @param silence longest wait for anything after it
record MailLogin(
        String host,
        int port,
        boolean startTls,
        String user,
        String password,
        SSLContext tls,
        Duration connect,
        Duration silence) {
    /// The protocol as the library calls it.
    String protocol() {
        return startTls ? "imap" : "imaps";
    }

    /// The server, for messages.
    String place() {
        return host + ":" + port;
    }

    /// As the library wants it. There is no way without TLS, and none with a name that is not in the
    /// certificate.
    Properties properties() {
        var properties = new Properties();
        String prefix = "mail." + protocol() + ".";
        properties.put("mail.store.protocol", protocol());
        properties.put(prefix + "ssl.socketFactory", tls.getSocketFactory());
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "ssl.protocols", "TLSv1.2 TLSv1.3");
        properties.put(prefix + "starttls.enable", Boolean.toString(startTls));
        properties.put(prefix + "starttls.required", Boolean.toString(startTls));
        properties.put(prefix + "connectiontimeout", Long.toString(connect.toMillis()));
        properties.put(prefix + "timeout", Long.toString(silence.toMillis()));
        properties.put(prefix + "writetimeout", Long.toString(silence.toMillis()));
        properties.put(prefix + "connectionpoolsize", "1");
        properties.put(prefix + "connectionpooltimeout", "1");
        return properties;
    }

    @Override
    public String toString() {
        return "MailLogin[" + host + "]";
    }
}
