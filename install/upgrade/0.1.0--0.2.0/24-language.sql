@fragment 24-language.sql
