package org.safepassage.hub.ledger;

import java.util.Optional;
import javax.sql.DataSource;
import org.safepassage.redact.pseudonyms.CodeRegister;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The codes under which one recipient knows persons, kept encrypted. Two recipients never share a row, so their codes
/// cannot be compared. Thread-safe.
public final class RecipientCodes implements CodeRegister {
    private final JdbcClient jdbc;
    private final ColumnSeal seal;
    private final String recipient;

    /// @param database the ledger's
    /// @param seal encrypts codes
    /// @param recipient whose codes these are
    public RecipientCodes(DataSource database, ColumnSeal seal, String recipient) {
        this.jdbc = JdbcClient.create(database);
        this.seal = seal;
        this.recipient = recipient;
    }

    @Override
    public Optional<String> findCode(String entityKey) {
        String entity = seal.mac("pseudonym", recipient, entityKey);
        return jdbc.sql("select code_sealed from pseudonym where recipient = ? and entity_mac = ?")
                .params(recipient, entity)
                .query(byte[].class)
                .optional()
                .map(bytes -> seal.open(bytes, "pseudonym/" + recipient + "/" + entity));
    }

    @Override
    public boolean tryAssign(String entityKey, String code) {
        String entity = seal.mac("pseudonym", recipient, entityKey);
        try {
            jdbc.sql("insert into pseudonym (recipient, entity_mac, code_mac, code_sealed) values (?,?,?,?)")
                    .params(
                            recipient,
                            entity,
                            seal.mac("pseudonym-code", recipient, code),
                            seal.seal(code, "pseudonym/" + recipient + "/" + entity))
                    .update();
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }
}
