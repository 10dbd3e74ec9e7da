"""The Record: schema, migrations, writer and views."""
