@fragment 16-signature.sql
