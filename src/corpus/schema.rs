//! The JSON Schema of a corpus, made from the types, for the programs of others. The reader does not use
//! it: [`Corpus::from_json`] checks more than a schema can say.

use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

use super::{Corpus, FORMAT, TYPES, VERSION};

/// The schema (draft 2020-12) of what [`Corpus::to_json`] writes.
pub fn schema() -> Value {
    let mut schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Corpus>();
    schema.insert("title".to_owned(), json!("Gongxun corpus, version 1"));
    let mut schema = schema.to_value();
    // What the types cannot say: the two constants and the closed list of types.
    for (pointer, key, value) in [
        ("/properties/format", "const", json!(FORMAT)),
        ("/properties/version", "const", json!(VERSION)),
        ("/$defs/Activity/properties/types/items", "enum", json!(TYPES)),
    ] {
        if let Some(Value::Object(part)) = schema.pointer_mut(pointer) {
            part.insert(key.to_owned(), value);
        }
    }
    schema
}
